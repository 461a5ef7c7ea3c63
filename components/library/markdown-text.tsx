import { Fragment, type ReactNode } from 'react';
import { ExternalLink } from '../external-link';
import styles from './markdown-text.module.css';
import { readBlocks, readInlines, type Block, type Inline } from './read-markdown';

export interface MarkdownTextProps {
  readonly markdown: string;
  /** Where a code span that is another card's id leads, if that card is in the library. */
  readonly hrefOfCard?: ((id: string) => string | undefined) | undefined;
}

/** A section's Markdown as text, lists and quotes. Builds elements and text nodes, never HTML. */
export function MarkdownText({ markdown, hrefOfCard }: MarkdownTextProps) {
  const inline = (text: string) => renderInlines(readInlines(text), hrefOfCard);
  return <div className={styles.text}>{renderBlocks(readBlocks(markdown), inline)}</div>;
}

type RenderText = (text: string) => ReactNode;

function renderBlocks(blocks: readonly Block[], inline: RenderText): ReactNode {
  // The list is rebuilt from the text as a whole, so its places are the identity its blocks have.
  return blocks.map((block, place) => (
    <Fragment key={`${place}-${block.kind}`}>{renderBlock(block, inline)}</Fragment>
  ));
}

function renderBlock(block: Block, inline: RenderText): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{inline(block.text)}</p>;
    case 'heading':
      return (
        <p dir="auto" className={styles.heading}>
          {inline(block.text)}
        </p>
      );
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
    case 'quote':
      return <blockquote className={styles.quote}>{renderBlocks(block.blocks, inline)}</blockquote>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={`${place}-${item}`} dir="auto">
              {inline(item)}
            </li>
          ))}
        </List>
      );
    }
    default:
      return block satisfies never;
  }
}

function renderInlines(
  inlines: readonly Inline[],
  hrefOfCard: MarkdownTextProps['hrefOfCard'],
): ReactNode {
  return inlines.map((inline, place) => (
    <Fragment key={`${place}-${inline.kind}`}>{renderInline(inline, hrefOfCard)}</Fragment>
  ));
}

function renderInline(inline: Inline, hrefOfCard: MarkdownTextProps['hrefOfCard']): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code': {
      const href = hrefOfCard?.(inline.text);
      return <code>{href ? <a href={href}>{inline.text}</a> : inline.text}</code>;
    }
    case 'strong':
      return <strong>{renderInlines(inline.content, hrefOfCard)}</strong>;
    case 'emphasis':
      return <em>{renderInlines(inline.content, hrefOfCard)}</em>;
    case 'link':
      return (
        <ExternalLink href={inline.href}>{renderInlines(inline.content, hrefOfCard)}</ExternalLink>
      );
    default:
      return inline satisfies never;
  }
}
