import { z } from 'zod';

/** A JSON Schema of an object, as far as this house makes them. */
interface ObjectSchema {
  type?: string;
  properties: Record<string, FieldSchema>;
  required: string[];
  additionalProperties?: unknown;
}

/** A JSON Schema of one field, as far as the page of the document reads it. */
export interface FieldSchema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/**
 * The JSON Schema of an input, without the names that stand in the path. What is required is asked of the schema
 * itself: a field that may be missing is not.
 */
export function schemaOf(input: z.ZodType, placed: readonly string[] = []): ObjectSchema {
  const made = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  delete made.$schema;
  const properties = { ...(made.properties as Record<string, FieldSchema> | undefined) };
  for (const name of placed) delete properties[name];
  const required = Object.keys(properties).filter((name) => isRequired(input, name));
  return { ...(made as object), properties, required };
}

/** The JSON Schema of an answer: closed, since nothing leaves that it does not name. */
export function answerSchemaOf(answer: z.ZodType): object {
  const made: Record<string, unknown> = z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' });
  delete made.$schema;
  return made;
}

function isRequired(input: z.ZodType, name: string): boolean {
  if (!(input instanceof z.ZodObject)) return false;
  const field = (input.shape as Record<string, z.ZodType>)[name];
  return field !== undefined && !field.safeParse(undefined).success;
}
