import { indexText, type TextIndex } from '../core/annotation/text-index';
import { lazily } from '../core/lazily';

/** The index of a text, made when it is first asked for. */
export const lazyIndex = (text: string): (() => TextIndex) => lazily(() => indexText(text));
