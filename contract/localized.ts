import { Type } from 'typebox';

/** A text in every shipped language, as it travels. */
export const Localized = Type.Object(
  { 'zh-CN': Type.String({ minLength: 1 }), 'zh-HK': Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
