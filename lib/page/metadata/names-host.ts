import { sameAs } from './clean-text';
import { wordsOf } from './letters';

const longestName = 60;

/** Whether a text is an address's own name: `Herald Sun` of heraldsun.com.au, `NDR.de` of ndr.de. */
export function namesHost(text: string, host: string): boolean {
  if (!host || text.length < 3 || text.length > longestName) return false;
  const bare = text.replace(/^the /i, '');
  const labels = host.split('.').slice(0, -1);
  return (
    sameAs(bare, host) ||
    labels.some((label) => label.length > 2 && (isShortFor(label, text) || isShortFor(label, bare)))
  );
}

/** Whether a label is the words run together, each whole or its first letter: nytimes, bfi. */
function isShortFor(label: string, text: string): boolean {
  const words = wordsOf(text);
  const start = words[0]?.[0] ?? '';
  if (start === '' || words.length > 8 || !label.startsWith(start)) return false;
  const pattern = words.map(([first = '', ...rest]) => `${first}(?:${rest.join('')})?`);
  return new RegExp(`^${pattern.join('-?')}$`, 'u').test(label.toLowerCase());
}
