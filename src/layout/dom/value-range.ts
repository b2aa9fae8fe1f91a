/** Where an attribute's value stands between its quotes, from the end of its name. */
export function valueRange(text: string, nameEnd: number, end: number): readonly [number, number] {
  let i = nameEnd;
  while (i < end && /\s/.test(text[i] ?? '')) i++;
  if (text[i] !== '=') return [nameEnd, nameEnd];
  i++;
  while (i < end && /\s/.test(text[i] ?? '')) i++;
  const quote = text[i];
  if (quote !== '"' && quote !== "'") return [i, end];
  const close = text.indexOf(quote, i + 1);
  return [i + 1, close === -1 ? end : close];
}
