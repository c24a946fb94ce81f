/** Says before an upload whether a file can be a clip at all, and of which content type it is. Pure. */
import { size } from "./wording.js";

const TYPES = {
  mp4: "video/mp4",
  m4v: "video/x-m4v",
  mov: "video/quicktime",
  webm: "video/webm",
  mkv: "video/x-matroska",
  avi: "video/x-msvideo",
  mpg: "video/mpeg",
  mpeg: "video/mpeg",
  ts: "video/mp2t",
  mts: "video/mp2t",
  m2ts: "video/mp2t",
  wmv: "video/x-ms-wmv",
  flv: "video/x-flv",
  "3gp": "video/3gpp",
  ogv: "video/ogg",
  mxf: "application/mxf",
};

const extension = (name) => name.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? "";

/** The content type to upload a file with, or null when it is no video by its type and its name. */
export function clipType(file) {
  if (file.type.startsWith("video/")) return file.type;
  return TYPES[extension(file.name)] ?? null;
}

/** A sentence that says why a file can't be uploaded, or null when it can. */
export function clipProblem(file, mostBytes) {
  if (clipType(file) === null) {
    return `“${file.name}” is not a video that Beanpole knows. Choose an MP4, MOV, WebM, MKV or another video.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Choose a file with a video in it.`;
  if (mostBytes !== null && file.size > mostBytes) {
    return `“${file.name}” has ${size(file.size)}; a clip may have ${size(mostBytes)}. Choose a smaller file.`;
  }
  return null;
}
