import type { SourceFile } from './source-file.ts'

/** Circles among imports, each told from its first file to the same file again. */
export const findCycles = (files: readonly SourceFile[]): readonly string[] => {
  const importsOf = new Map(files.map((each) => [each.path, each.imports.map(({ text }) => text)]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(path)
    if (seen >= 0) cycles.push([...trail.slice(seen), path].join(' → '))
    if (seen >= 0 || done.has(path)) return
    for (const next of importsOf.get(path) ?? []) if (importsOf.has(next)) visit(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return cycles
}

/** Everything that a file reaches by imports, itself included. */
export const reach = (files: readonly SourceFile[], start: string): ReadonlySet<string> => {
  const byPath = new Map(files.map((each) => [each.path, each]))
  const found = new Set([start])
  for (const path of found) for (const { text } of byPath.get(path)?.imports ?? []) found.add(text)
  return found
}
