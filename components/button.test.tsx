import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '../test/support/render';
import { Button } from './button';

test.each(['plain', 'primary', 'danger'] as const)(
  'a %s button that does nothing now does not answer to the pointer either',
  async (variant) => {
    render(
      <Button variant={variant} aria-disabled style={{ transition: 'none' }}>
        Clip
      </Button>,
    );
    const button = page.getByRole('button');
    await expect.element(button).toBeVisible();
    const colour = () => getComputedStyle(button.element()).backgroundColor;
    const before = colour();
    await userEvent.hover(button.element());
    expect(button.element().matches(':hover')).toBe(true);
    expect(colour()).toBe(before);
    await userEvent.unhover(button.element());
  },
);
