import { pathToFileURL } from 'node:url';
import type * as ProductModule from './product.ts';

/** The product's own functions, as one bundle gives them. */
export type Product = typeof ProductModule;

/** Loads a bundle. */
export const loadProduct = async (outfile: string): Promise<Product> => (await import(pathToFileURL(outfile).href)) as Product;
