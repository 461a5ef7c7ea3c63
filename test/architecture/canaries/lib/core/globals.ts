export const title = document.title;
export const width = window.innerWidth;
export const id = browser.runtime.id;
console.log(title);
