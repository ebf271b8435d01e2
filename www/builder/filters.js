// The attribute `filter` as rows of field, sign and values, and back.

export const SIGNS = ["=", "!=", ">=", "<="];

// The rows of a filter; what is no condition yet keeps its text.
export function rowsOf(filter) {
  return (filter ?? "").split(";").map((text) => text.trim()).filter(Boolean).map((text) => {
    const [, field, sign, values] = text.match(/^([^=<>!]+?)\s*(!=|>=|<=|==?|<|>)\s*(.*)$/) ?? [null, text, "=", ""];
    return { field, sign: sign === "==" ? "=" : sign, values };
  });
}

// The filter of rows; a row without field or values says nothing.
export function filterOf(rows) {
  const whole = rows.filter(({ field, values }) => field && values.trim());
  return whole.map(({ field, sign, values }) => `${field}${sign}${values.trim()}`).join("; ");
}
