import { useId, type ReactNode } from 'react';
import type { DocumentKind } from '@/lib/core/codex/codex-document';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import styles from './document-view.module.css';
import { MarkdownText } from './markdown-text';
import { SaveNote } from './save-note';
import { documentLabels } from './section-labels';
import type { TextEdits } from './use-text-edits';

/** A card that a document names; without an address where it is not in the library. */
export interface NamedCard {
  readonly id: string;
  readonly title: string;
  readonly href?: string | undefined;
}

export interface DocumentViewProps {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly title: string;
  /** The Markdown below the title. */
  readonly body: string;
  readonly cards: readonly NamedCard[];
  /** Whose it is, where it is not one's own. */
  readonly collection: string | undefined;
  /** What is wrong with it or missing, in words. */
  readonly findings: readonly string[];
  readonly hrefOfCard: (id: string) => string | undefined;
  readonly listHref: string;
  /** Present while it is being edited. */
  readonly edits: TextEdits | undefined;
  /** Present where it can be edited; switches between reading and editing. */
  readonly onSwitch?: (() => void) | undefined;
  readonly onDownload: () => void;
  readonly onDelete?: (() => void) | undefined;
  /** Something to be decided first, such as words that were kept. */
  readonly notice?: ReactNode;
}

/** One contradiction or pattern, to read or, where it is one's own, to edit as the text it is. */
export function DocumentView(props: DocumentViewProps) {
  const { kind, id, title, body, cards, collection, findings, hrefOfCard, edits } = props;
  const { onSwitch, onDownload, onDelete } = props;
  return (
    <article className={styles.view} aria-labelledby="document-title">
      <header className={styles.head}>
        <div className={styles.bar}>
          <a className={styles.back} href={props.listHref}>
            {t('library_documents_back')}
          </a>
          <div className={styles.actions}>
            {onSwitch ? (
              <Button variant="quiet" onClick={onSwitch}>
                {t(edits ? 'library_read' : 'library_edit')}
              </Button>
            ) : null}
            <Button variant="quiet" onClick={onDownload}>
              {t('library_download')}
            </Button>
            {onDelete ? (
              <Button variant="quiet" onClick={onDelete}>
                {t('library_delete')}
              </Button>
            ) : null}
          </div>
        </div>
        <p className={styles.about}>
          {t(documentLabels[kind].name)} · <code>{id}</code>
        </p>
        <h2 id="document-title" tabIndex={-1} dir="auto" className={styles.title}>
          {title}
        </h2>
        {collection ? (
          <p className={styles.about}>{t('library_document_read_only', collection)}</p>
        ) : null}
      </header>
      {props.notice}
      {findings.map((finding) => (
        <Notice key={finding} tone="info">
          {finding}
        </Notice>
      ))}
      {edits ? (
        <TextField edits={edits} />
      ) : (
        <MarkdownText markdown={body} hrefOfCard={hrefOfCard} />
      )}
      <section className={styles.cards} aria-labelledby="document-cards">
        <h3 id="document-cards">{t('library_document_cards')}</h3>
        {cards.length === 0 ? <p>{t('library_document_no_cards')}</p> : null}
        <ul>
          {cards.map((card) => (
            <li key={card.id} dir="auto">
              {card.href ? (
                <a href={card.href}>{card.title}</a>
              ) : (
                <>
                  <code>{card.id}</code> <small>{t('library_document_absent_card')}</small>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function TextField({ edits }: { readonly edits: TextEdits }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <div className={styles.bar}>
        <label htmlFor={id}>{t('library_document_text')}</label>
        <SaveNote state={edits.state} />
      </div>
      <textarea
        id={id}
        dir="auto"
        rows={Math.min(40, edits.text.split('\n').length + 3)}
        aria-describedby={`${id}-hint`}
        value={edits.text}
        onChange={(event) => edits.edit(event.target.value)}
        onBlur={() => void edits.flush()}
      />
      <p id={`${id}-hint`} className={styles.about}>
        {t('library_document_text_hint')}
      </p>
    </div>
  );
}
