const ENTITIES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. Control characters that no document may hold are dropped. */
export const escaped = (text: string): string =>
  [...text]
    .filter((char) => char >= ' ' || char === '\n' || char === '\t')
    .map((char) => ENTITIES[char] ?? char)
    .join('');

/** An element with a text in it, or nothing where there is no text. */
export const element = (name: string, text: string, attributes = ''): string =>
  text === '' ? '' : `<${name}${attributes}>${escaped(text)}</${name}>`;

/** An element around markup, or nothing around nothing. */
export const around = (name: string, inner: string, attributes = ''): string =>
  inner === '' ? '' : `<${name}${attributes}>${inner}</${name}>`;
