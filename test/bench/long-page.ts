import { seeded } from './seeded';

const words =
  'harbour ledger signature crate weather market morning tide lantern rope carpenter window letter road village orchard river bridge winter summer answer question number measure promise reader paper garden kitchen station engine ticket journey island mountain valley bottle basket candle mirror table curtain sparrow heron whistle drum fiddle song story chapter page margin corner square circle line thread needle button pocket coat collar sleeve glove shoe ladder hammer anvil nail plank barrel anchor sail mast deck cabin'.split(
    ' ',
  );
const small = 'the of a and in that was with for on as by at from which nobody somebody'.split(' ');

/**
 * HTML of a made article with about so many characters of text: sections with headings, paragraphs
 * with links and emphasis, lists, quotes, tables and code, no two sentences alike. Always the same.
 */
export function longPage(title: string, characters: number): string {
  const random = seeded(5);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const sentence = (): string => {
    const said = Array.from({ length: 8 + Math.floor(random() * 14) }, (_, at) =>
      pick(at % 2 === 0 ? small : words),
    ).join(' ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const marked = (): string => {
    const said = sentence();
    const chance = random();
    if (chance < 0.12) return said.replace(/ (\S+ \S+) /, ' <a href="#there">$1</a> ');
    if (chance < 0.2) return said.replace(/ (\S+) /, ' <em>$1</em> ');
    if (chance < 0.25) return said.replace(/ (\S+) /, ' <strong>$1</strong> ');
    return chance < 0.28 ? said.replace(/ (\S+) /, ' <code>$1</code> ') : said;
  };
  const several = (count: number, make: () => string): string =>
    Array.from({ length: count }, make).join(' ');
  const paragraph = (): string => `<p>${several(3 + Math.floor(random() * 4), marked)}</p>`;
  const item = (): string => `<li>${sentence()}</li>`;
  const row = (): string => `<tr><td>${pick(words)}</td><td>${sentence()}</td></tr>`;
  const block = (): string => {
    const chance = random();
    if (chance < 0.06) return `<ul>${several(5, item)}</ul>`;
    if (chance < 0.1) return `<blockquote>${paragraph()}</blockquote>`;
    if (chance < 0.13) return `<table><tbody>${several(4, row)}</tbody></table>`;
    if (chance < 0.15)
      return `<pre><code>${several(3, sentence).replaceAll('. ', '.\n')}</code></pre>`;
    return paragraph();
  };
  const sections: string[] = [];
  for (let length = 0; length < characters;) {
    const made = `<section><h2>${several(4, () => pick(words))}</h2>\n${several(12, block)}</section>`;
    sections.push(made);
    length += made.replace(/<[^>]*>/g, '').length;
  }
  return `<!doctype html><html lang="en"><head><title>${title}</title><style>
body { max-width: 42rem; margin: auto; font: 1rem/1.5 serif } code { font-family: monospace }
</style></head><body><header><nav><a href="#there">Start</a></nav></header><main id="there"><article>
<h1>${title}</h1>${sections.join('\n')}</article></main></body></html>`;
}
