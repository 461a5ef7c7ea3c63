/** The present moment. */
import type { Clock } from '../actions/ports';

export const clock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    const pad = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  },
};
