/* Rows of CSV (RFC 4180, UTF-8, lines ended by LF) that a spreadsheet shows and never runs. */

/* What Excel, LibreOffice or Sheets would take for the begin of a formula (OWASP, "CSV Injection"). */
const RISKY = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const cell = (text) => `"${(RISKY.test(text) ? `'${text}` : text).replace(/"/g, "\"\"")}"`;

/** A table as parts of a file. Every cell is in quotes: where a comma is the decimal sign,
    spreadsheets split at semicolons. */
export function table(columns, rows) {
  return [columns, ...rows].map((cells) => cells.map(cell).join(",") + "\n");
}
