import { Fragment, type ReactNode } from 'react';
import { ExternalLink } from './external-link';
import styles from './source-line.module.css';

export interface SourceLineProps {
  readonly operator?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  /** The source's address; its host stands in where there is no title. */
  readonly href?: string | undefined;
}

/** Who, where and when in one line that wraps; what is not known is left out. */
export function SourceLine({ operator, title, date, href }: SourceLineProps) {
  const named = title || hostOf(href);
  const parts: [string, ReactNode][] = [];
  if (operator) parts.push(['operator', <bdi key="operator">{operator}</bdi>]);
  if (named) {
    parts.push([
      'title',
      <ExternalLink key="title" href={href}>
        <bdi>{named}</bdi>
      </ExternalLink>,
    ]);
  }
  if (date && date !== 'unknown')
    parts.push([
      'date',
      <span key="date" className={styles.date}>
        {date}
      </span>,
    ]);
  if (parts.length === 0) return null;
  return (
    <p className={styles.line}>
      {parts.map(([key, part], index) => (
        <Fragment key={key}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

function hostOf(href: string | undefined): string {
  return href && URL.canParse(href) ? new URL(href).host : '';
}
