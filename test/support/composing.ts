/** A key that an input method takes, as a browser tells the field of it. Browser tests only. */
export function pressComposing(field: Element, key: string): void {
  const options = { key, isComposing: true, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent('keydown', options));
}
