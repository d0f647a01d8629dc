/** A text of the message catalogue, complete in both languages. Vietnamese is NFC and in administrative register. */
export type Text = { vi: string; en: string };
export type Locale = keyof Text;

/** Figures of a text, by the name of their placeholder. */
export type Values = Record<string, string | number>;

/** Gives the text in the locale with `{name}` placeholders filled from `values`; an unknown placeholder stays visible. */
export function say(text: Text, locale: Locale, values: Values = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
