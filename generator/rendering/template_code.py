"""Templates as Python that calls and writes without the steps that Jinja puts between, for most of a page's time.

Jinja asks at each call whether the function wants the template's context, and escapes what a value was written
as. Here no function wants it, and `Environment.finalize` writes every value as Markup, or raises.
"""

from __future__ import annotations

from io import StringIO

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class DirectCode(CodeGenerator):
    """Jinja's compiler, for templates whose environment has a `finalize` that takes a value and returns Markup."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's
        self.write("(")
        self.visit(node.node, frame)
        around, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = self.stream.getvalue(), around
        self.write(f")({arguments.removeprefix(', ')})")

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        """No value is written while a template is compiled, when no page is there to write it for."""
        return self._FinalizeInfo(None, "environment.finalize(")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:  # the other two are not asked for
        self.write(str(finalize.src))

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")
