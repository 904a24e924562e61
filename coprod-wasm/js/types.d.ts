// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.

/** What goes into each endpoint and comes out of it. */
export interface Endpoints {
}

/** What was wrong, where, and what to do about it. The same in every language. */
export interface ErrorReport {
  /** The stable name of this kind of error. */
  readonly code: ErrorCode;
  /** What was wrong, in lower case and without a full stop. */
  readonly message: string;
  /** A JSON pointer into the request; empty for the request as a whole. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * The stable name of one kind of error. Programs match on it; it never changes its meaning.
 *
 * - `request_too_large`: The request is longer than the stated limit.
 * - `invalid_json`: The text is not JSON.
 * - `too_deep`: Lists and objects are nested deeper than the stated limit.
 * - `unknown_endpoint`: No endpoint has this name.
 * - `unknown_field`: An object has a field that the endpoint does not know.
 * - `missing_field`: A field that must be there is missing.
 * - `duplicate_key`: A key stands twice in one object.
 * - `wrong_type`: A value has the wrong JSON type.
 * - `unknown_value`: A word is not one of those allowed here.
 * - `not_one_key`: An object that must have exactly one key has none, several or an unknown one.
 * - `internal`: The answer contradicts itself: a fault of the library, never of the request.
 * - `float_not_exact`: A fractional JSON number stands where an exact value is needed.
 * - `invalid_number`: Text is not a number of the form asked for.
 * - `out_of_range`: A number is outside the stated bounds.
 * - `invalid_money`: Money is not pounds and pence as text.
 * - `invalid_date`: Text is not a calendar date.
 * - `invalid_id`: Text cannot be an id.
 * - `division_by_zero`: A division by zero was asked for.
 * - `empty_group`: A list that needs at least one entry is empty.
 * - `group_too_large`: A group has more members than the endpoint works for.
 * - `duplicate_id`: Two things share one id.
 * - `unknown_member`: No member has this id.
 * - `unknown_constituency`: No constituency has this id.
 * - `no_constituency`: A person belongs to no constituency.
 * - `dates_reversed`: One date must not be before another, and is.
 */
export type ErrorCode =
  | "request_too_large"
  | "invalid_json"
  | "too_deep"
  | "unknown_endpoint"
  | "unknown_field"
  | "missing_field"
  | "duplicate_key"
  | "wrong_type"
  | "unknown_value"
  | "not_one_key"
  | "internal"
  | "float_not_exact"
  | "invalid_number"
  | "out_of_range"
  | "invalid_money"
  | "invalid_date"
  | "invalid_id"
  | "division_by_zero"
  | "empty_group"
  | "group_too_large"
  | "duplicate_id"
  | "unknown_member"
  | "unknown_constituency"
  | "no_constituency"
  | "dates_reversed";
