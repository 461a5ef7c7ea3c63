import type { Selector } from '../core/annotation/selector';
import { anchorSelectors, anchorSelectorSteps, type Anchored } from './anchor';
import { inSlices, type SliceOptions } from './in-slices';
import { watchPageText, type PageText, type PageTexts } from './page-text';

interface AnchorAllOptions extends SliceOptions {
  /** The page's text where it is kept already; read for this call alone when not said. */
  readonly texts?: PageTexts | undefined;
}

/**
 * Anchors many targets on the page as it is now, in slices of some ten milliseconds, so that the page
 * stays smooth. Gives a place or null for each, in their order; what is not found in what is
 * seen is looked for in what is folded away or faded out as well. Rejects when the signal aborts.
 */
export async function anchorAll(
  document: Document,
  targets: readonly (readonly Selector[])[],
  { texts, ...options }: AnchorAllOptions = {},
): Promise<(Anchored | null)[]> {
  const own = texts ?? watchPageText(document);
  try {
    const seen = await own.readInSlices(options);
    const found = await inSlices(anchorSteps(document, seen, targets), options);
    const doubtful = found.flatMap((place, number) => (isDoubtful(place) ? [number] : []));
    if (doubtful.length === 0 || !seen.map.hasUnseen) return found;
    const all = await own.readInSlices({ ...options, unseen: true });
    const others = doubtful.map((number) => targets[number] ?? []);
    const again = await inSlices(anchorSteps(document, all, others), options);
    doubtful.forEach((number, at) => {
      found[number] = surer(found[number] ?? null, again[at] ?? null);
    });
    return found;
  } finally {
    if (!texts) own.stop();
  }
}

/** Anchors one target, as {@link anchorAll} does, at once. */
export function anchorOne(
  document: Document,
  texts: PageTexts,
  selectors: readonly Selector[],
): Anchored | null {
  const seen = texts.read();
  const found = anchorSelectors(document, seen.map, seen.index, selectors);
  if (!isDoubtful(found) || !seen.map.hasUnseen) return found;
  const all = texts.read(true);
  return surer(found, anchorSelectors(document, all.map, all.index, selectors));
}

/** A place surer than this is not looked for among what is not seen. */
const sure = 0.72;

function isDoubtful(place: Anchored | null): boolean {
  return !place || place.score < sure;
}

function surer(a: Anchored | null, b: Anchored | null): Anchored | null {
  if (!a || !b) return a ?? b;
  return b.score > a.score + 0.05 ? b : a;
}

function* anchorSteps(
  document: Document,
  { map, index }: PageText,
  targets: readonly (readonly Selector[])[],
): Generator<void, (Anchored | null)[]> {
  const found: (Anchored | null)[] = [];
  for (const selectors of targets) {
    found.push(yield* anchorSelectorSteps(document, map, index, selectors));
    yield;
  }
  return found;
}
