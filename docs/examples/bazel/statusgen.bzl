"""The statusgen on the PATH, as @statusgen//:statusgen.

Bazel takes the content of the program for an input like any other: another one
makes everything anew, the same one from another place does not. Where actions
run on other machines, put a download with a checksum here, http_file.
"""

def _statusgen_on_path(repository):
    program = repository.which("statusgen")
    if not program:
        fail("there is no statusgen on the PATH")
    repository.symlink(program, "statusgen")
    repository.file("BUILD.bazel", 'exports_files(["statusgen"])\n')

statusgen_on_path = repository_rule(implementation = _statusgen_on_path, environ = ["PATH"])
