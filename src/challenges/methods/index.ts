import type { Method, MethodName } from '#challenges/method.ts'
import { dnsCname } from './dns-cname.ts'
import { dnsTxt } from './dns-txt.ts'
import { htmlMeta } from './html-meta.ts'
import { httpFile } from './http-file.ts'

export const methods: Record<MethodName, Method> = {
  'dns-txt': dnsTxt,
  'dns-cname': dnsCname,
  'http-file': httpFile,
  'html-meta': htmlMeta,
}
