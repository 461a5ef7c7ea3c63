import { seeded } from './seeded';

/** The mean; NaN of nothing. */
export const mean = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length;

/** The 95 % bootstrap interval of the mean of group means, each group resampled by itself. */
export function interval(groups: readonly (readonly number[])[]): [number, number] {
  const random = seeded(1);
  const drawn = Array.from({ length: 1000 }, () =>
    mean(
      groups.map((values) => {
        let sum = 0;
        for (let i = 0; i < values.length; i += 1) {
          sum += values[Math.floor(random() * values.length)] ?? 0;
        }
        return sum / values.length;
      }),
    ),
  ).sort((a, b) => a - b);
  return [drawn[24] ?? 0, drawn[974] ?? 0];
}

/** The value below which a share of the values lies; the values need no order. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
