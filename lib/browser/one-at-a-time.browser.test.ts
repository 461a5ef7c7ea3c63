import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

it('begins nothing before what was asked for earlier has ended, well or badly', async () => {
  const said: string[] = [];
  let finish = (): void => undefined;
  const first = oneAtATime(async () => {
    said.push('first begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    said.push('first ends');
    throw new Error('badly');
  });
  const second = oneAtATime(async () => {
    said.push('second');
    return 2;
  });
  await expect.poll(() => said).toEqual(['first begins']);
  finish();
  await expect(first).rejects.toThrow('badly');
  expect(await second).toBe(2);
  expect(said).toEqual(['first begins', 'first ends', 'second']);
});
