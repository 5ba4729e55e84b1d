/** A text that a spreadsheet would take for a formula, marked as text by an apostrophe (CWE-1236; C-IN-5): = + - @, and what runs before them in some programs. */
export function defused(text: string): string {
  return /^[\t\r\n]|^\s*[=+\-@|%]/.test(text) ? `'${text}` : text;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = defused(value);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as a file of CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. No cell is taken for a formula; numbers stay numbers. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`, 'utf8');
}
