/** Style sheet of the page. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #343a43); --dim: light-dark(#59636e, #9aa4b0);
  --panel: light-dark(#f6f7f9, #1c2026); --link: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif;
  color: light-dark(#1b1f24, #e6e9ed); background: light-dark(#fff, #14171b); }
a { color: var(--link); }
h2 { margin-top: 3rem; text-transform: capitalize; border-bottom: 1px solid var(--line); }
h3 { margin: 0; }
h4 { margin: 1rem 0 .25rem; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
section { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel); }
section:target { border-color: var(--link); }
.route { margin: .25rem 0; }
.route b { color: light-dark(#1a7f37, #4ac26b); }
.route b.delete { color: light-dark(#c62828, #ff8a80); }
.route b:not(.get):not(.delete) { color: light-dark(#8250df, #c297ff); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .35rem .75rem .35rem 0; text-align: start; vertical-align: top; border-top: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: 500; border-top: 0; }
summary { margin-top: .75rem; cursor: pointer; font-weight: 600; }
nav > ul { padding: 0; list-style: none; columns: 16rem; }
nav > ul > li { break-inside: avoid; margin-bottom: 1rem; }
nav > ul > li > a { text-transform: capitalize; font-weight: 600; }
nav ul ul { padding-left: 1.2rem; }
`;
