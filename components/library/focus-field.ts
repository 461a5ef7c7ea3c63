/** The element a finding about this field leads to. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Moves the keyboard to the field, opening what hides it. */
export function focusField(name: string): void {
  const field = document.getElementById(fieldId(name));
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
