/** The command over folders of every kind. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeCard } from '../../lib/core/codex/write-card';
import { someCard } from '../support/notes';
import { run } from './check-codex';

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-codex-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => printed.push(line));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Runs the command and gives what the process would end with. */
function check(...args: string[]): number | string | undefined {
  run(args, '2026-05-01');
  const { exitCode } = process;
  process.exitCode = undefined;
  return exitCode ?? undefined;
}

const good = (id: string, related: readonly string[], claim: string) =>
  writeCard(
    someCard({
      id,
      title: claim,
      operatorRole: 'Harbour master',
      sourceUrl: `https://harbor.test/${id}`,
      sourceType: 'essay',
      sourceDate: '2026-04-28',
      capturedDate: '2026-04-30',
      domain: ['pricing'],
      score: { originality: 4, specificity: 4, evidence: 4, transferability: 4, source: 4 },
      tier: 'B',
      related: [...related],
      sections: {
        claim,
        mechanism: `Because of ${id}.`,
        conditions: `Holds when:\n- ${id}\n\nFails when:\n- not ${id}`,
        evidence: `> "${claim}"\n\n— Mira Okonta, 2026-04-28`,
        signals: `- ${id} is seen.`,
        counterEvidence: '',
        crossReferences: '',
      },
    }),
  );

test('wrong use ends with 2', () => {
  expect([check(), check(join(folder, 'none')), check(folder, folder)]).toEqual([2, 2, 2]);
  put('file.md', '');
  expect(check(join(folder, 'file.md'))).toBe(2);
});

test('an empty folder and one without findings end with 0', () => {
  expect(check(folder)).toBe(0);
  put('insights/ins_seat.md', good('ins_seat', ['ins_tide'], 'Seats are sold before the season.'));
  put('insights/ins_tide.md', good('ins_tide', ['ins_seat'], 'Ferries leave when water is high.'));
  put('README.md', '# About');
  put('.git/ins_hidden.md', 'no card');
  expect(check(folder)).toBe(0);
  expect(printed.at(-1)).toBe(
    '\n2 cards, 0 documents, 0 broken files, 1 other Markdown files: 0 errors, 0 warnings',
  );
});

test('each finding is a line with its place, in the words of the library, and rules are counted', () => {
  put('a/ins_seat.md', good('ins_seat', ['ins_tide', 'ins_gone'], 'Seats are sold before noon.'));
  put('a/ins_tide.md', good('ins_tide', [], 'Ferries leave when water is high.'));
  put('a/ins_copy.md', good('ins_tide', [], 'Another thing altogether, which is new.'));
  put('con/con_x.md', '---\nid: con_x\n---\n\n# X\n\n- Card: `ins_seat`, `ins_lost`\n');
  expect(check(folder)).toBe(1);
  const lines = printed.filter((line) => /^\S+:\d+ /.test(line));
  expect(lines).toEqual([
    'a/ins_copy.md:2 id_repeated error The id ins_tide is taken by a/ins_tide.md. Give one of the two another id.',
    'a/ins_copy.md:2 file_name warning The file is not called by its id. Call it ins_tide.md.',
    'a/ins_seat.md:16 link_dead warning “ins_gone” leads to no insight. Correct the id, or take it out.',
    'a/ins_tide.md:16 link_one_way warning ins_seat lists this insight as related, and this one does not list it back.',
    'con/con_x.md:7 document_link_dead warning The text names ins_lost, which is no insight here. Correct the id, or take it out.',
  ]);
});

test('no file makes it fail; one that is meant as a card is named with its line', () => {
  put('ins_empty.md', '');
  put('ins_broken.md', '---\nid: ins_broken\noperator Nobody\n---\n');
  put('ins_bytes.md', new Uint8Array([0xff, 0xfe, 0x00, 0x80]));
  put('ins_open.md', '---\nid: ins_open\n');
  put('named-otherwise.md', '---\nid: ins_odd one\n---\n');
  put('pat_open.md', '---\nid: pat_open\n');
  put('bytes.md', new Uint8Array([0xff, 0x00]));
  put('nul.md', '\0\0\0');
  put('ins_huge.md', `---\nid: ins_huge\n---\n\n## Claim\n${'word '.repeat(60_000)}\n`);
  put('huge.md', 'x'.repeat(9_000_000));
  put('deep.md', `---\nid: ins_deep\n---\n${'> '.repeat(50_000)}`);
  put('ins_fences.md', `---\nid: ins_fences\n---\n${'```\n'.repeat(20_001)}`);
  mkdirSync(join(folder, 'ins_folder.md'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'ins_link.md'));
  symlinkSync(folder, join(folder, 'loop'));
  expect(check(folder)).toBe(1);
  const broken = printed.filter((line) => line.includes(' broken_file error '));
  expect(broken.map((line) => line.split(' ')[0])).toEqual([
    'ins_broken.md:3',
    'ins_bytes.md:1',
    'ins_empty.md:1',
    'ins_huge.md:5',
    'ins_link.md:1',
    'ins_open.md:1',
    'named-otherwise.md:2',
    'pat_open.md:1',
  ]);
  expect(printed.at(-1)).toContain('8 broken files, 3 other Markdown files');
});

test('what a file holds can neither part a line nor steer the terminal', () => {
  put('ins_bell.md', '---\nid: ins_bell\nrelated: ["ins_\\u001b[31m\\nred"]\n---\n');
  check(folder);
  // eslint-disable-next-line no-control-regex
  expect(printed.join('')).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
});
