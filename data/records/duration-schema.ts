/** A length of time as a charter writes it. */
import { z } from 'zod';

/** Years, months, weeks and days, or hours and minutes: P6M, P2W, P10D, PT12H. Not empty, not negative, no fractions. */
export const Duration = z
  .string()
  .regex(
    /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/,
    'write a duration as ISO-8601: P6M, P2W, P10D, PT12H',
  )
  .refine((text) => /[1-9]/.test(text), 'a duration is longer than nothing');
