/** The present moment. */
import type { Clock } from '../actions/ports';

const pad = (n: number) => String(n).padStart(2, '0');

export const clock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  },
};
