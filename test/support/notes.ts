/** Notes to test with: one maker each, every field given, any of them replaceable. */
import { emptyCard, type Card } from '../../lib/core/codex/card.ts';
import type { CodexDocument } from '../../lib/core/codex/codex-document.ts';
import type { Clip } from '../../lib/core/insight/clip.ts';
import { ownCollection, type Insight } from '../../lib/core/insight/insight.ts';
import type { Link } from '../../lib/core/insight/link.ts';
import type { Source } from '../../lib/core/source/source.ts';

/** The UUID version 7 that ends in this number. */
export function uuid(n: number): string {
  return `01970000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The instant this many seconds into the tests' day. */
export function instant(seconds: number): string {
  return new Date(Date.UTC(2026, 4, 1) + seconds * 1000).toISOString();
}

export function someSource(over: Partial<Source> = {}): Source {
  return {
    key: 'https://harbor.test/pricing',
    url: 'https://harbor.test/pricing?ref=mail',
    metadata: { title: { value: 'Pricing notes', from: 'html:title' } },
    firstSeenAt: instant(0),
    lastSeenAt: instant(0),
    ...over,
  };
}

export function someCard(over: Partial<Card> = {}): Card {
  return { ...emptyCard(), title: 'Price by seat', operator: 'Mira Okonta', ...over };
}

/** An untouched draft. */
export function someDraft(over: Partial<Insight> = {}): Insight {
  return {
    key: uuid(0xd0),
    collection: ownCollection,
    status: 'draft',
    card: someCard(),
    createdAt: instant(0),
    updatedAt: instant(0),
    ...over,
  };
}

export function someClip(over: Partial<Clip> = {}): Clip {
  return {
    id: uuid(0xc0),
    sourceKey: 'https://harbor.test/pricing',
    insightKey: uuid(0xd0),
    role: 'evidence',
    quote: 'Charge for the seat, not for the click.',
    target: {
      source: 'https://harbor.test/pricing?ref=mail',
      selector: [{ type: 'TextQuoteSelector', exact: 'Charge for the seat, not for the click.' }],
    },
    origin: 'selected',
    note: '',
    capturedAt: instant(0),
    ...over,
  };
}

export function someLink(over: Partial<Link> = {}): Link {
  return {
    id: uuid(0xe0),
    from: uuid(0xd0),
    to: uuid(0xd1),
    type: 'contradicts',
    why: 'Seats punish small teams.',
    createdAt: instant(0),
    ...over,
  };
}

export function someDocument(over: Partial<CodexDocument> = {}): CodexDocument {
  return {
    key: uuid(0xf0),
    collection: ownCollection,
    kind: 'contradiction',
    id: 'con_seats-or-clicks',
    title: 'Seats or clicks',
    text: '---\nid: con_seats-or-clicks\n---\n\n# Seats or clicks\n',
    names: [],
    createdAt: instant(0),
    updatedAt: instant(0),
    ...over,
  };
}
