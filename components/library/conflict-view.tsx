import { useId, useState, type ReactNode } from 'react';
import type { WordRun } from '@/lib/core/codex/diff-words';
import type { MergeChoice, MergeChoices } from '@/lib/core/codex/merge-fields';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './conflict-view.module.css';
import { partLabel } from './part-label';

/** A part of a card that was changed here and in the file, cut where the two differ. */
export interface ShownConflictPart {
  readonly part: string;
  readonly mine: readonly WordRun[];
  readonly theirs: readonly WordRun[];
}

export interface ConflictViewProps {
  readonly title: string;
  readonly href: string;
  readonly path: string;
  readonly parts: readonly ShownConflictPart[];
  readonly onSave: (choices: MergeChoices) => void;
}

/** Both versions of each part side by side; the person takes one of the two or writes a third. */
export function ConflictView({ title, href, path, parts, onSave }: ConflictViewProps) {
  const [chosen, setChosen] = useState<MergeChoices>(new Map());
  const id = useId();
  const ready = parts.every(({ part }) => chosen.has(part));
  const choose = (part: string, choice: MergeChoice) =>
    setChosen((before) => new Map([...before, [part, choice]]));
  return (
    <form
      className={styles.conflict}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(chosen);
      }}
    >
      <h4 id={id} className={styles.title}>
        <a href={href} dir="auto">
          {title}
        </a>
      </h4>
      <p className={styles.path}>
        <code>{path}</code>
      </p>
      {parts.map((part) => (
        <Part
          key={part.part}
          shown={part}
          choice={chosen.get(part.part)}
          onChoose={(choice) => choose(part.part, choice)}
        />
      ))}
      <div className={styles.save}>
        <Button
          type="submit"
          variant="primary"
          disabled={!ready}
          aria-label={t('folder_conflict_save_named', title)}
        >
          {t('folder_conflict_save')}
        </Button>
        {ready ? null : <span className={styles.hint}>{t('folder_conflict_open')}</span>}
      </div>
    </form>
  );
}

interface PartProps {
  readonly shown: ShownConflictPart;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Part({ shown: { part, mine, theirs }, choice, onChoose }: PartProps) {
  const name = useId();
  const label = partLabel(part);
  const own = typeof choice === 'object' ? choice.text : undefined;
  // What was written stays while the other versions are looked at once more.
  const [written, setWritten] = useState<string>();
  const write = (text: string) => {
    setWritten(text);
    onChoose({ text });
  };
  // Scores and the tier are one of a few values: there is no third to be written.
  const canWrite = part !== 'tier' && part !== 'file' && !part.startsWith('score');
  const radio = (value: string, checked: boolean, words: string, take: () => void): ReactNode => (
    <label className={styles.choice}>
      <input type="radio" name={name} value={value} checked={checked} onChange={take} />
      {words}
    </label>
  );
  return (
    <fieldset className={styles.part}>
      <legend>{label}</legend>
      <div className={styles.sides}>
        <Side
          heading={t('folder_conflict_mine')}
          runs={mine}
          radio={radio('mine', choice === 'mine', t('folder_conflict_take_mine'), () =>
            onChoose('mine'),
          )}
        />
        <Side
          heading={t('folder_conflict_theirs')}
          runs={theirs}
          radio={radio('theirs', choice === 'theirs', t('folder_conflict_take_theirs'), () =>
            onChoose('theirs'),
          )}
        />
      </div>
      {canWrite
        ? radio('own', own !== undefined, t('folder_conflict_write'), () =>
            write(written ?? bothTexts(mine, theirs)),
          )
        : null}
      {own === undefined ? null : (
        <textarea
          dir="auto"
          className={styles.own}
          rows={5}
          aria-label={t('folder_conflict_own', label)}
          value={own}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </fieldset>
  );
}

interface SideProps {
  readonly heading: string;
  readonly runs: readonly WordRun[];
  readonly radio: ReactNode;
}

function Side({ heading, runs, radio }: SideProps) {
  return (
    <div className={styles.side}>
      <p className={styles.heading}>{heading}</p>
      <p dir="auto" className={styles.words}>
        {runs.length === 0 ? <em>{t('folder_conflict_empty')}</em> : null}
        {/* The runs are cut anew from both texts, so their places are all they have. */}
        {runs.map(({ text, differs }, place) =>
          differs ? <mark key={`${place}-${text}`}>{text}</mark> : text,
        )}
      </p>
      {radio}
    </div>
  );
}

/** To begin with: what both say, one below the other. */
function bothTexts(mine: readonly WordRun[], theirs: readonly WordRun[]): string {
  return [mine, theirs].map((runs) => runs.map(({ text }) => text).join('')).join('\n');
}
