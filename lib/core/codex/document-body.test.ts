import { expect, test } from 'vitest';
import { documentBody } from './document-body';

test.each([
  ['---\nid: con_x\n---\n\n# X\n\nWords.\n\n## Part\nMore.\n', 'Words.\n\n## Part\nMore.'],
  ['---\r\nid: con_x\r\n---\r\n# X\r\nWords.', 'Words.'],
  ['---\nid: con_x\n---\n', ''],
  ['---\nid: con_x\n\nno end', '---\nid: con_x\n\nno end'],
  ['Words.', 'Words.'],
])('%j is read as %j', (text, body) => expect(documentBody(text)).toBe(body));
