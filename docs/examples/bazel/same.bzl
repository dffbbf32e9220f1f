"""A test that a committed directory is the one that Bazel makes.

write_source_files of bazel_lib does the same, and more.
"""

def _same_test(ctx):
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        output = script,
        content = "diff -r {} {} || {{ echo run statusgen generate; exit 1; }}\n".format(ctx.attr.committed, ctx.attr.made),
        is_executable = True,
    )
    return [DefaultInfo(executable = script, runfiles = ctx.runfiles(files = ctx.files.data))]

same_test = rule(
    implementation = _same_test,
    attrs = {
        "committed": attr.string(mandatory = True),
        "data": attr.label_list(allow_files = True),
        "made": attr.string(mandatory = True),
    },
    test = True,
)
