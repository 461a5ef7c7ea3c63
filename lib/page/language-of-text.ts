import { wordsOf } from './metadata/letters';

/** Scripts that one language in all but a few texts is written in, the more telling first. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[іїєґ]/gi, 'uk'],
  [/[а-яё]/gi, 'ru'],
  [/[پچگ]/g, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
/** The share of a text that makes a script its own; kana and some letters are rarer in theirs. */
const shareOf: Readonly<Record<string, number>> = { ja: 0.08, uk: 0.03, fa: 0.02 };

/** Words that a text in the language cannot do without and the others do not have. */
const words: Readonly<Record<string, string>> = {
  en: 'the and of is was that with for this are have it',
  de: 'der die und das ist nicht den mit von ein auf sich',
  fr: 'les est et des dans une pour qui pas sur le',
  es: 'el los las del con una es por pero la en',
  pt: 'não uma do da os com em mais foi ao dos',
  it: 'il che di è per della sono gli alla nel',
  nl: 'het een van dat niet zijn op voor met ook',
  pl: 'się nie jest że przez jak oraz',
  sv: 'och att det som är inte för med har av',
  tr: 've bir bu için ile olarak da çok daha',
};

export interface LanguageSeen {
  /** BCP 47, the language alone. */
  readonly language: string;
  /** Whether hardly any text of another language looks like this one. */
  readonly isSure: boolean;
}

/** The language that a text is plainly in; undefined for what is too short or looks like two. */
export function languageOfText(text: string): LanguageSeen | undefined {
  const letters = text.replace(/[\s\d!-@]+/g, '').length;
  if (letters < 80) return undefined;
  const isLatin = text.replace(/[^a-zA-Z]+/g, '').length > letters * 0.6;
  for (const [letter, language] of isLatin ? [] : scripts) {
    const share = (text.match(letter)?.length ?? 0) / letters;
    if (share > (shareOf[language] ?? 0.4)) return { language, isSure: share > 0.5 };
  }
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const scores = Object.entries(words)
    .map(([language, list]) => ({
      language,
      score: list.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (!first || !second || first.score < 8 || first.score < second.score * 1.5) return undefined;
  return { language: first.language, isSure: first.score > 25 && first.score > second.score * 2.5 };
}
