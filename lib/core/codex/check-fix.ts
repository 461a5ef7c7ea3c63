/** Makes the change that a finding proposes. */
import type { Card } from './card';
import type { Fix, ListField, TextField } from './check-finding';

/**
 * The card with the fix made; the card itself where it does not say any more what the fix is for, so
 * that a fix may come late and twice.
 */
export function applyFix(card: Card, fix: Fix): Card {
  if (fix.kind === 'add-related') {
    const { id } = fix;
    if (id === card.id || card.related.includes(id)) return card;
    return { ...card, related: [...card.related, id] };
  }
  const { field, from, to } = fix;
  if (isListField(field)) {
    const items = card[field];
    if (!items.includes(from)) return card;
    return { ...card, [field]: [...new Set(items.map((item) => (item === from ? to : item)))] };
  }
  return card[field] === from ? { ...card, [field]: to } : card;
}

function isListField(field: TextField | ListField): field is ListField {
  return (
    field === 'coOperators' || field === 'domain' || field === 'lifecycle' || field === 'related'
  );
}
