/** Takes the README's pictures from the last tour: run `npm run tour` first. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const taken = resolve(import.meta.dirname, '../../.output/tour');
const kept = join(import.meta.dirname, 'pictures');

/** The picture in the README, and the tour's name for it. */
const pictures = {
  'popup-related.png': 'popup-related-light.png',
  'popup-against.png': 'popup-against-light.png',
  'toast.png': 'toast-light.png',
  'library.png': 'library-draft-light.png',
  'compare.png': 'compare-light.png',
  'painted.png': 'painted-light.png',
  'transcript.png': 'transcript-light.png',
};

mkdirSync(kept, { recursive: true });
for (const [name, from] of Object.entries(pictures)) {
  copyFileSync(join(taken, from), join(kept, name));
}
