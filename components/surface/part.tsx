import { useId, type ReactNode } from 'react';
import styles from './part.module.css';

export interface PartProps {
  readonly title: string;
  /** Undefined until it is known. */
  readonly count: number | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One named part of the surface, with how much is in it. */
export function Part({ title, count, className, children }: PartProps) {
  const id = useId();
  return (
    <section className={`${styles.part} ${className ?? ''}`} aria-labelledby={id}>
      <h2 className={styles.heading}>
        <span id={id}>{title}</span>
        <span className={styles.count}>{count}</span>
      </h2>
      {children}
    </section>
  );
}
