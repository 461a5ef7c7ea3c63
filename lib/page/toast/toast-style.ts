/** The toast's own sheet: the tokens of components/theme.css, for a place that cannot load it. */
export const toastStyle = `
:root, :host { color-scheme: light dark; }
html { overflow: hidden; }
html, body, .room { margin: 0; background: transparent; }
.toast {
  box-sizing: border-box;
  font: 14px/1.45 system-ui, sans-serif;
  color: light-dark(#1c1d21, #ecebe6);
  background: light-dark(#ffffff, #1f2125);
  border: 1px solid light-dark(#dcd9d0, #44474e);
  border-inline-start: 4px solid light-dark(#1f5f74, #7cc4d8);
  border-radius: 8px;
  padding: 12px 14px;
  display: grid;
  gap: 8px;
}
.toast[data-tone='notice'] { border-inline-start-color: light-dark(#9a3b12, #f0a47d); }
.head { display: flex; gap: 8px; align-items: center; }
.head strong { flex: 1; font-weight: 600; }
.quote {
  margin: 0;
  font: 15px/1.45 'Iowan Old Style', Charter, 'Bitstream Charter', Georgia, 'Noto Serif', serif;
  overflow-wrap: anywhere;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
}
.soft { margin: 0; font-size: 13px; color: light-dark(#55575f, #aeb0b8); }
label { display: grid; gap: 4px; font-size: 13px; color: light-dark(#55575f, #aeb0b8); }
textarea {
  font: inherit; font-size: 14px; color: light-dark(#1c1d21, #ecebe6);
  background: light-dark(#fbfaf7, #17181b);
  border: 1px solid light-dark(#8b8a84, #74767f); border-radius: 6px;
  padding: 6px 8px; resize: none; min-height: 36px; box-sizing: border-box; width: 100%;
}
textarea::placeholder { color: light-dark(#55575f, #aeb0b8); opacity: 1; }
button {
  font: inherit; font-size: 13px; cursor: pointer;
  color: light-dark(#1f5f74, #7cc4d8); background: transparent;
  border: 1px solid light-dark(#dcd9d0, #44474e); border-radius: 6px; padding: 4px 10px;
  min-height: 28px; text-align: start; overflow-wrap: anywhere;
}
button:hover { background: light-dark(#f2f0ea, #121316); }
button[aria-pressed='true'] {
  color: light-dark(#ffffff, #0e1a1e); background: light-dark(#1f5f74, #7cc4d8);
  border-color: light-dark(#1f5f74, #7cc4d8);
}
button.close { border-color: transparent; padding: 4px 8px; }
:focus-visible { outline: 2px solid light-dark(#1f5f74, #9ad8ea); outline-offset: 1px; }
.row { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.candidates { display: grid; gap: 6px; padding-block-start: 6px; }
summary { cursor: pointer; font-size: 13px; color: light-dark(#1f5f74, #7cc4d8); padding: 3px 0; border-radius: 4px; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 6px; min-width: 0; }
legend { padding: 0; font-size: 13px; color: light-dark(#55575f, #aeb0b8); margin-bottom: 4px; }
.status { min-height: 1.4em; margin: 0; font-size: 13px; line-height: 1.4; color: light-dark(#2b6a3f, #8fcf9f); }
.status[data-bad] { color: light-dark(#a3192b, #f4949e); }
`;
