// What an editor shows of these modules is in product.txt.
import * as http from "./http.js";
import { NotFound, PayloadTooLarge, UseProxy, classOf, isClientError, isKnown, phrase, retry } from "./http.js";
import * as coap from "./coap.js";
import * as smtp from "./smtp.js";

export const code = /*?*/NotFound;
export const member = http.HttpStatus./*?*/NotFound;
export const old = [/*?*/UseProxy, PayloadTooLarge, http.HttpStatus.UseProxy];
export const words = /*?*/phrase(404);
export const either = /*?*/phrase(Math.random() < 0.5 ? 404 : 503);
export const stranger = /*?*/phrase(499);
export const held = [/*?*/isClientError(499), /*?*/isKnown(499)];
export const facts = [/*?*/classOf(NotFound), /*?*/retry(NotFound)];
export const offered = phrase(/*!*/);
export const texts = coap.phrase(/*!*/);
export let known: http./*?*/HttpStatus;
export const tag = smtp./*?*/ServiceReady;
