import { describe, expect, test } from 'vitest';
import { wordsOf } from './letters';

describe('the words of a text', () => {
  test.each([
    ['Don’t — stop!', ['don', 't', 'stop']],
    ['Größe: 5 €, naïve…', ['größe', '5', 'naïve']],
    ['第3回「タイトル」、人々。', ['第3回', 'タイトル', '人々']],
    ['Привет, мир', ['привет', 'мир']],
    ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया']],
    ['ＡＢＣ１：한국어', ['ａｂｃ１', '한국어']],
    ['→ ™ 🎉 …', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
