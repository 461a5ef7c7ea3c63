import type { ComponentProps } from 'react';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary per view; quiet for actions that sit inside a row. */
  readonly variant?: ButtonVariant;
}

/** A native button in the look of the house; never submits a form unless `type` says so. */
export function Button({ variant = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  const classes = [styles.button, styles[variant], className].filter(Boolean).join(' ');
  return <button {...rest} type={type} className={classes} />;
}
