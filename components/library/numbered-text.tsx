import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import styles from './numbered-text.module.css';

export interface NumberedTextHandle {
  /** Scrolls a line into view. */
  show(line: number): void;
  /** Puts the caret at the beginning of a line. */
  go(line: number): void;
}

export interface NumberedTextProps {
  readonly ref?: Ref<NumberedTextHandle>;
  readonly id: string;
  readonly describedBy: string;
  readonly text: string;
  /** Counted from 1. */
  readonly markedLine: number | undefined;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/** A text area whose lines are numbered and do not wrap; one of them may be marked. */
export function NumberedText(props: NumberedTextProps) {
  const { ref, id, describedBy, text, markedLine, onChange, onBlur } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const stripe = useRef<HTMLDivElement>(null);
  const count = useMemo(() => text.split('\n').length, [text]);
  const numbers = useMemo(
    () => Array.from({ length: count }, (_, at) => at + 1).join('\n'),
    [count],
  );

  const follow = () => {
    const top = area.current?.scrollTop ?? 0;
    if (gutter.current) gutter.current.scrollTop = top;
    if (stripe.current) stripe.current.style.translate = `0 ${-top}px`;
  };
  const show = (line: number) => {
    const { current } = area;
    if (!current) return;
    const height = Number.parseFloat(getComputedStyle(current).lineHeight);
    current.scrollTop = Math.max(0, (line - 1) * height - current.clientHeight / 3);
    current.scrollLeft = 0;
    follow();
  };
  useImperativeHandle(ref, () => ({
    show,
    go(line) {
      const { current } = area;
      if (!current) return;
      const start = current.value
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length;
      const at = Math.min(start + (line > 1 ? 1 : 0), current.value.length);
      current.focus({ preventScroll: true });
      current.setSelectionRange(at, at);
      show(line);
      current.scrollIntoView({ block: 'nearest' });
    },
  }));

  return (
    <div className={styles.box}>
      {markedLine === undefined ? null : (
        <div ref={stripe} className={styles.stripes} aria-hidden="true">
          <div className={styles.stripe} style={{ '--line': markedLine - 1 }} />
        </div>
      )}
      <pre ref={gutter} className={styles.gutter} aria-hidden="true">
        {numbers}
      </pre>
      <textarea
        ref={area}
        id={id}
        className={styles.area}
        aria-describedby={describedBy}
        dir="auto"
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={text}
        onScroll={follow}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </div>
  );
}

declare module 'react' {
  interface CSSProperties {
    /** How many lines stand above the marked one. */
    '--line'?: number;
  }
}
