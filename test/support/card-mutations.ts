/** Ways in which other editors, tools and hands write the same card. */
import { parse, stringify, type ToStringOptions } from 'yaml';

/** Another text of the same card; undefined where this card has nothing to change. */
export type Mutation = (text: string) => string | undefined;

interface Parts {
  readonly front: readonly string[];
  readonly body: string;
}

function partsOf(text: string): Parts {
  const lines = text.split('\n');
  const close = lines.indexOf('---', 1);
  return { front: lines.slice(1, close), body: lines.slice(close + 1).join('\n') };
}

function joined({ front, body }: Parts): string {
  return ['---', ...front, '---', body].join('\n');
}

/** Rewrites the lines of the front matter that begin with a key. */
const eachKey =
  (change: (line: string, key: string, value: string) => string | readonly string[]): Mutation =>
  (text) => {
    const { front, body } = partsOf(text);
    const lines = front.flatMap((line) => {
      const match = /^(\w+):(?: (.*))?$/.exec(line);
      return match ? change(line, match[1] ?? '', match[2] ?? '') : [line];
    });
    const mutated = joined({ front: lines, body });
    return mutated === text ? undefined : mutated;
  };

const isFlow = (value: string): boolean => /^\[.*\]$/.test(value);
const itemsOf = (value: string): string[] =>
  value
    .slice(1, -1)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Quoted here, the value is the same: plain text without marks of its own. */
const isPlainText = (value: string): boolean => /^[A-Za-z][\w ,;&/().-]*$/.test(value);

/** The front matter as a YAML library writes it; undefined where that library cannot read it. */
const rewritten =
  (options: ToStringOptions): Mutation =>
  (text) => {
    const { front, body } = partsOf(text);
    let values: unknown;
    try {
      // Dates and numbers stay the text they are.
      values = parse(front.join('\n'), { schema: 'failsafe', strict: true });
    } catch {
      return undefined;
    }
    // Points as a block of text would be no score.
    const { score } = values as { score?: Record<string, unknown> };
    if (score && typeof score === 'object') {
      for (const [name, point] of Object.entries(score)) score[name] = Number(point);
    }
    const lines = stringify(values, { schema: 'core', ...options })
      .trimEnd()
      .split('\n');
    return joined({ front: lines, body });
  };

const sectionsOf = (body: string): string[] => body.split(/^(?=## )/m);

/** The same card: reading gives equal fields and sections. */
export const sameCard: Readonly<Record<string, Mutation>> = {
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blank lines at the top': (text) => `\n\n${text}`,
  'no final newline': (text) => text.trimEnd(),
  'many final newlines': (text) => `${text}\n\n\n`,
  'trailing spaces in the front matter': eachKey((line) => `${line}   `),
  'trailing tabs in the front matter': eachKey((line) => `${line}\t`),
  'trailing spaces after headings': (text) => text.replace(/^## .*$/gm, '$&  '),
  'tabs after the colon': eachKey((line) => line.replace(': ', ':\t')),
  'many spaces after the colon': eachKey((line) => line.replace(': ', ':    ')),
  'a space before the colon': eachKey((line, key) => line.replace(key, `${key} `)),
  'dots as the closing line': (text) => {
    const { front, body } = partsOf(text);
    return ['---', ...front, '...', body].join('\n');
  },
  'comments after values': eachKey((line) => `${line} # checked`),
  'comments between keys': eachKey((line) => ['# a comment: tier: Z', line, '']),
  'unknown keys': (text) =>
    text.replace(
      '---\n',
      '---\nowner: someone\nmeta:\n  id: 7\n  tier: D\nlast-seen: 2026-04-01\n',
    ),
  'unknown keys with spaces, accents and quotes': (text) =>
    text.replace('---\n', '---\ndate créée: hier\n"weird: key": [a]\n\'b\': {c: d}\n'),
  'quoted keys': eachKey((line, key) => line.replace(key, `"${key}"`)),
  'single-quoted keys': eachKey((line, key) => line.replace(key, `'${key}'`)),
  'double quotes': eachKey((line, key, value) =>
    isPlainText(value) ? `${key}: "${value}"` : line,
  ),
  'single quotes': eachKey((line, key, value) =>
    isPlainText(value) ? `${key}: '${value}'` : line,
  ),
  'block lists': eachKey((line, key, value) =>
    isFlow(value) && itemsOf(value).length > 0
      ? [`${key}:`, ...itemsOf(value).map((item) => `  - ${item}`)]
      : line,
  ),
  'block lists at the margin': eachKey((line, key, value) =>
    isFlow(value) && itemsOf(value).length > 0
      ? [
          `${key}:`,
          ...itemsOf(value).map((item) => (isPlainText(item) ? `- "${item}"` : `- ${item}`)),
        ]
      : line,
  ),
  'block lists with comments': eachKey((line, key, value) =>
    isFlow(value) && itemsOf(value).length > 0
      ? [
          `${key}: # all of them`,
          ...itemsOf(value).flatMap((item) => ['# why', `    - ${item} # so`]),
        ]
      : line,
  ),
  'flow lists over lines': eachKey((line, key, value) =>
    isFlow(value) && itemsOf(value).length > 0
      ? [`${key}: [`, ...itemsOf(value).map((item) => `  ${item}, # one`), ']'.padStart(3)]
      : line,
  ),
  'flow lists on the next line': eachKey((line, key, value) =>
    isFlow(value) ? [`${key}:`, `  ${value}`] : line,
  ),
  'spaced flow lists': eachKey((line, key, value) =>
    isFlow(value) ? `${key}: [ ${itemsOf(value).join(' ,  ')} ]` : line,
  ),
  'a score in lines': eachKey((line, key, value) =>
    key === 'score'
      ? [
          'score:',
          ...value
            .replace(/[{}]/g, '')
            .split(',')
            .map((part) => `  ${part.trim()} # point`),
        ]
      : line,
  ),
  'values on the next line': eachKey((line, key, value) =>
    isPlainText(value) ? [`${key}:`, `  ${value}`] : line,
  ),
  'folded blocks': eachKey((line, key, value) =>
    isPlainText(value) ? [`${key}: >-`, ...value.split(' ').map((word) => `  ${word}`)] : line,
  ),
  'literal blocks': eachKey((line, key, value) =>
    isPlainText(value) ? [`${key}: |2-`, `  ${value}`] : line,
  ),
  anchors: eachKey((line, key, value) => (value === '' ? line : `${key}: &${key}_1 ${value}`)),
  tags: eachKey((line, key, value) => (isPlainText(value) ? `${key}: !!str ${value}` : line)),
  'keys in another order': (text) => {
    const { front, body } = partsOf(text);
    const oneLine = front.every((line) => /^\w+:/.test(line));
    return oneLine ? joined({ front: front.toReversed(), body }) : undefined;
  },
  'sections in another order': (text) => {
    const { front, body } = partsOf(text);
    const [head = '', ...sections] = sectionsOf(body);
    if (sections.length < 2) return undefined;
    const ended = sections.map((section) => `${section.trimEnd()}\n\n`);
    return joined({ front, body: head + ended.toReversed().join('') });
  },
  'closed headings': (text) => text.replace(/^## .*$/gm, '$& ##'),
  'headings in capitals': (text) => text.replace(/^## .*$/gm, (line) => line.toUpperCase()),
  'a section of its own with a stray fence': (text) =>
    `${text.trimEnd()}\n\n## Adoption note\n\`\`\`\n## not code\n`,
  'rewritten by a YAML library': rewritten({}),
  'rewritten, short lines': rewritten({ lineWidth: 30 }),
  'rewritten, double quotes': rewritten({ defaultStringType: 'QUOTE_DOUBLE', lineWidth: 40 }),
  'rewritten, single quotes': rewritten({ defaultStringType: 'QUOTE_SINGLE', lineWidth: 40 }),
  'rewritten, folded': rewritten({ defaultStringType: 'BLOCK_FOLDED', lineWidth: 40 }),
  'rewritten, literal': rewritten({ defaultStringType: 'BLOCK_LITERAL' }),
  'rewritten, all in flow': rewritten({ collectionStyle: 'block', flowCollectionPadding: false }),
  'rewritten, lists at the margin': rewritten({ indentSeq: false, defaultKeyType: 'QUOTE_DOUBLE' }),
};

/** Other cards: they say something more, and must survive as well. */
export const otherCards: Readonly<Record<string, Mutation>> = {
  'a section twice': (text) =>
    `${text.trimEnd()}\n\n## Evidence\nMore of it.\n\n## Claim\nAgain.\n`,
  'headings in fences': (text) =>
    text.replace(/^## Claim\n/m, '## Claim\n```md\n## Evidence\n# Title\n```\n~~~\n## Tier\n~~~\n'),
  'headings in quotes': (text) =>
    text.replace(/^## Claim\n/m, '## Claim\n> ## Evidence\n> # Title\n\n'),
  'a stray fence': (text) => text.replace(/^## Claim\n/m, '## Claim\n```\n'),
  'two stray fences of two kinds': (text) =>
    text
      .replace(/^## Claim\n/m, '## Claim\n~~~~\n')
      .replace(/^## Evidence\n/m, '## Evidence\n```js\n'),
  'HTML and comments': (text) =>
    text.replace(/^## Claim\n/m, '## Claim\n<!-- note\n\n-->\n<details>\n\n'),
  'escaped headings': (text) =>
    text.replace(/^## Claim\n/m, '## Claim\n\\## Evidence\n\\\\``` x\n'),
  'words before the first heading': (text) => text.replace(/^# /m, 'Preamble: 1\n\n# '),
  'a rule like a closing line': (text) => `${text.trimEnd()}\n\n---\n\nAfterword.\n`,
  'lone carriage returns': (text) => text.replace(/^## Claim\n/m, '## Claim\nOne\rtwo.\n'),
  'separators of lines': (text) =>
    text.replace(
      /^## Claim\n/m,
      '## Claim\nOne\u2028two\u2029three\u0085four\u000bfive\u000csix.\n',
    ),
  'mixed line ends': (text) =>
    text
      .split('\n')
      .map((line, at) => (at % 3 === 0 ? `${line}\r` : line))
      .join('\n'),
  'right-to-left and emoji': (text) =>
    text.replace(/^## Claim\n/m, '## Claim\n\u202eעברית 👩‍👩‍👧 العربية\n'),
  'white space lines': (text) => text.replace(/\n\n/g, '\n \t\n'),
};
