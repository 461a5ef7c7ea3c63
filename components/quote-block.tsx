import type { ReactNode } from 'react';
import { ExternalLink } from './external-link';
import styles from './quote-block.module.css';

export interface QuoteBlockProps {
  /** The quote, verbatim; line breaks in it part paragraphs. */
  readonly quote: string;
  readonly speaker?: string | undefined;
  /** Already formatted, for example `00:12:31`. */
  readonly time?: string | undefined;
  /** Where the time, or the speaker where there is none, leads. */
  readonly href?: string | undefined;
  /** The quote again with its shared terms marked. */
  readonly marked?: ReactNode;
  /** Argues against something: the rule on its side takes the colour of counter-evidence. */
  readonly against?: boolean | undefined;
}

/** A quote in serif with who said it and when. Each quote finds its own writing direction. */
export function QuoteBlock({ quote, speaker, time, href, marked, against }: QuoteBlockProps) {
  return (
    <figure className={`${styles.figure} ${against ? styles.against : ''}`} dir="auto">
      <blockquote className={styles.quote}>{marked ?? quote}</blockquote>
      {speaker || time ? (
        <figcaption className={styles.caption}>
          {speaker ? <bdi>{speaker}</bdi> : null}
          {speaker && time ? ' · ' : null}
          {time ? <ExternalLink href={href}>{time}</ExternalLink> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
