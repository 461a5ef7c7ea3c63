import { cleanUrl } from '../source/canonical-url';
import type { Target } from './selector';
import { withDirective } from './text-directive';

/** The address that leads to the very words of a target; undefined where none was checked to. */
export function linkToWords({ source, selector }: Target): string | undefined {
  const quote = selector.find((each) => each.type === 'TextQuoteSelector');
  const address = cleanUrl(source);
  return address !== undefined && quote?.directive !== undefined
    ? withDirective(address, quote.directive)
    : undefined;
}
