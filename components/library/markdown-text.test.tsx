import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from '../../test/support/render';
import { MarkdownText } from './markdown-text';
import { readBlocks, readInlines, type Block, type Inline } from './read-markdown';

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('content' in inline ? textOf(inline.content) : inline.text))
    .join('');
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return linesOf(block.blocks);
    return (block.kind === 'list' ? block.items : [block.text]).flatMap((text) => text.split('\n'));
  });
}

test.each<[string, string, Block[]]>([
  ['paragraphs', 'One\ntwo\n\nThree', [paragraph('One\ntwo'), paragraph('Three')]],
  [
    'a label and its bullets',
    'Holds when:\n- a\n- b\n  more',
    [paragraph('Holds when:'), { kind: 'list', ordered: false, items: ['a', 'b\nmore'] }],
  ],
  ['numbers', '1. a\n2. b', [{ kind: 'list', ordered: true, items: ['a', 'b'] }]],
  [
    'a quote with its attribution',
    '> "A"\n>\n> "B"\n— Mira Oyelaran',
    [{ kind: 'quote', blocks: [paragraph('"A"'), paragraph('"B"')] }, paragraph('— Mira Oyelaran')],
  ],
  ['a heading', '### More', [{ kind: 'heading', text: 'More' }]],
  ['code', '```\n- a\n```', [{ kind: 'code', text: '- a' }]],
  ['code never closed', '```\n- a', [{ kind: 'code', text: '- a' }]],
])('blocks: %s', (_, markdown, blocks) => {
  expect(readBlocks(markdown)).toEqual(blocks);
});

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

test.each<[string, string]>([
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['snake_case_name', 'snake_case_name'],
  ['a **b', 'a **b'],
  ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
  ['<b>x</b>', '<b>x</b>'],
  ['**b** and *i* and `c`', 'b and i and c'],
  ['[a](https://a.example/b)', 'a'],
])('inlines: %s reads as %s', (markdown, text) => {
  expect(textOf(readInlines(markdown))).toBe(text);
});

test('no word of a text is lost', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const mark = fc.constantFrom('*', '**', '_', '`', '[', '](', '> ', '- ', '# ', '\n', '\n\n', ' ');
  fc.assert(
    fc.property(fc.array(fc.oneof(word, mark)), (parts) => {
      const markdown = parts.join('');
      const shown = linesOf(readBlocks(markdown)).map((line) => textOf(readInlines(line)));
      expect(
        shown
          .join(' ')
          .match(/[a-z]+/g)
          ?.join('') ?? '',
      ).toBe(markdown.match(/[a-z]+/g)?.join('') ?? '');
    }),
  );
});

test.each(['*', '**a', '_a', '`', '[', '<https://', '> ', '[a](https://'])(
  'a hundred thousand times %s is read in the blink of an eye',
  (mark) => {
    const started = performance.now();
    const blocks = readBlocks(mark.repeat(100_000 / mark.length));
    for (const line of linesOf(blocks)) readInlines(line);
    expect(performance.now() - started).toBeLessThan(20_000);
  },
);

test('markup in a card stays text, and only web links become links', async () => {
  const hostile = [
    '<img src=x onerror="globalThis.pwned = true"><script>globalThis.pwned = true</script>',
    '[go](javascript:globalThis.pwned=true) <javascript:alert(1)>',
    '- `<svg onload=alert(1)>`',
  ].join('\n\n');
  const host = render(<MarkdownText markdown={hostile} />);
  await expect.element(page.getByText('<img src=x', { exact: false })).toBeVisible();
  expect(host.querySelectorAll('img, script, svg, a')).toHaveLength(0);
});

test('the id of another card leads to it', async () => {
  render(
    <MarkdownText
      markdown="- `ins_known` and `ins_unknown`"
      hrefOfCard={(id) => (id === 'ins_known' ? '#/insight/1' : undefined)}
    />,
  );
  await expect
    .element(page.getByRole('link', { name: 'ins_known' }))
    .toHaveAttribute('href', '#/insight/1');
  expect(page.getByRole('link').elements()).toHaveLength(1);
});
