"""Templates as Python that calls and writes without the steps that Jinja puts between.

Jinja asks at each call whether the function wants the template's context, at each attribute whether there
is an entry of that name instead, and escapes what a value was written as: half of a page's time. Here no
function wants the context, and `Environment.finalize` writes every value as Markup, or raises.
"""

from __future__ import annotations

from io import StringIO

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class DirectCode(CodeGenerator):
    """Jinja's compiler, for an environment with a `finalize` that takes a value and returns Markup."""

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.write("(")
        self.visit(node.node, frame)
        around, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = self.stream.getvalue(), around
        self.write(f")({arguments.removeprefix(', ')})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """An attribute, never an entry of the name: what is missing is an AttributeError."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        """No value is written while a template is compiled, when no page is there to write it for."""
        return self._FinalizeInfo(None, "environment.finalize(")

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002 - Jinja's
        frame: Frame,  # noqa: ARG002 - Jinja's
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(str(finalize.src))

    def _output_child_post(self, *_: object) -> None:
        self.write(")")
