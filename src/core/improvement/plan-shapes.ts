import { z } from 'zod'

/** Parts from which the file forms of plans and past results are put together. */
export const id = z.string().min(1).max(60)
export const node = z.string().min(1).max(200)
export const words = z.string().trim().min(1).max(2000)
export const points = z.string().regex(/^-?\d{1,9}(?:\.\d{1,4})?$/)
export const day = z.iso.date()
export const year = z.number().int().min(2000).max(2100)
export const names = z.array(words).max(100).default([])
/** In đồng, whole. */
export const money = z.string().regex(/^\d{1,15}$/)
