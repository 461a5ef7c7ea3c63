/** Our anchoring as the benches of captures call it: text and index are kept until the page changes. */
import type { Selector } from '../../../lib/core/annotation/selector';
import { anchorAll as anchorTargets, anchorOne } from '../../../lib/page/anchor-all';
import type { Anchored } from '../../../lib/page/anchor';
import { describeRange } from '../../../lib/page/describe-range';
import { watchPageText, type PageTexts } from '../../../lib/page/page-text';

const watched = new WeakMap<Document, PageTexts>();

function textsOf(document: Document): PageTexts {
  const known = watched.get(document);
  if (known) return known;
  const texts = watchPageText(document);
  watched.set(document, texts);
  return texts;
}

/** A `Range` cannot leave a shadow tree or a frame: there, and for a torn quote, they are several. */
function rangesOf(anchored: Anchored | null | undefined): Range | readonly Range[] | null {
  const ranges = anchored?.ranges ?? [];
  return ranges.length > 1 ? ranges : (ranges[0] ?? null);
}

/** The selectors a clip of this range would keep. */
export function describe(root: Element, range: Range): readonly Selector[] | null {
  const document = root.ownerDocument;
  return describeRange(document, textsOf(document), range)?.selector ?? null;
}

/** Where the selectors lead now, or null. */
export function anchor(
  root: Element,
  selectors: readonly Selector[],
): Range | readonly Range[] | null {
  const document = root.ownerDocument;
  return rangesOf(anchorOne(document, textsOf(document), selectors));
}

/** {@link anchor} for many, in slices that leave the page its turn. */
export async function anchorAll(
  root: Element,
  targets: readonly (readonly Selector[] | null)[],
): Promise<(Range | readonly Range[] | null)[]> {
  const document = root.ownerDocument;
  const found = await anchorTargets(
    document,
    targets.map((target) => target ?? []),
    { texts: textsOf(document) },
  );
  return found.map(rangesOf);
}
