import { expect, test, vi } from 'vitest';
import { lazily } from './lazily';

test('it is made once, when it is first asked for, whatever it is', () => {
  const make = vi.fn(() => undefined);
  const get = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect(get()).toBeUndefined();
  expect(get()).toBeUndefined();
  expect(make).toHaveBeenCalledTimes(1);
});
