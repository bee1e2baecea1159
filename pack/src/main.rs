//! Puts the functions of a WebAssembly module into an order that compresses
//! well: those of one type together, and by their bytes among these, so that
//! what is alike stands within the 32 kB that gzip looks back. wasm-bindgen
//! leaves them by their length. Nothing else changes: each function is the same
//! but for the numbers of those that it calls.
//!
//! Knows no name of a function: there is none in a stripped module.

use std::path::PathBuf;
use std::{env, fs};

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let path = env::args_os().nth(1).map(PathBuf::from);
    let path = path.ok_or("Say which module: drawbridge-pack MODULE.wasm")?;
    let packed = pack(&fs::read(&path)?)?;
    fs::write(&path, packed)?;
    Ok(())
}

/// The module with its functions in another order.
fn pack(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut order = Order::of(module)?;
    let mut packed = Module::new();
    order.parse_core_module(&mut packed, Parser::new(0), module)?;
    Ok(packed.finish())
}

/// The order in which a module's own functions are to stand.
struct Order {
    /// How many imported functions come before the module's own.
    imported: u32,
    /// The functions by their old places, in their new order.
    old: Vec<usize>,
    /// The new place of each.
    new: Vec<u32>,
}

impl Order {
    fn of(module: &[u8]) -> Result<Self, Failure> {
        let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if let wasmparser::TypeRef::Func(_) = import?.ty {
                            imported += 1;
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        if types.len() != bodies.len() {
            return Err("The module declares other functions than it has.".into());
        }
        let mut old: Vec<usize> = (0..bodies.len()).collect();
        old.sort_by_key(|&at| (types[at], bodies[at]));
        let mut new = vec![0; old.len()];
        for (place, &at) in (0..).zip(&old) {
            new[at] = place;
        }
        Ok(Self { imported, old, new })
    }
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        let own = index.checked_sub(self.imported);
        let place = own.and_then(|own| self.new.get(own as usize));
        Ok(place.map_or(index, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for &at in &self.old {
            functions.function(types[at]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for at in self.old.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, ExportSection, Function, Instruction, TypeSection, ValType};

    use super::*;

    /// `one` gives 1; `call` drops what `one` gives; `two` gives 2.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let two = [Instruction::I32Const(2)];
        let call = [Instruction::Call(2), Instruction::Drop];
        let one = [Instruction::I32Const(1)];
        for (of, body) in [(1, &two[..]), (0, &call[..]), (1, &one[..])] {
            functions.function(of);
            let mut function = Function::new([]);
            for instruction in body {
                function.instruction(instruction);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        let mut exports = ExportSection::new();
        for (name, index) in [("two", 0), ("call", 1), ("one", 2)] {
            exports.export(name, ExportKind::Func, index);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions);
        module.section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn functions_stand_by_type_and_bytes_and_are_still_what_their_names_say() {
        let packed = pack(&module()).unwrap();
        let (mut names, mut bodies) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&packed) {
            match payload.unwrap() {
                Payload::ExportSection(exports) => {
                    let exports = exports.into_iter().map(Result::unwrap);
                    names = exports.map(|it| (it.name, it.index)).collect();
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                _ => {}
            }
        }
        assert_eq!(names, [("two", 2), ("call", 0), ("one", 1)]);
        // No locals; `call 1`, `drop`; `i32.const 1`; `i32.const 2`.
        let expected: [&[u8]; 3] = [
            &[0, 0x10, 1, 0x1a, 0x0b],
            &[0, 0x41, 1, 0x0b],
            &[0, 0x41, 2, 0x0b],
        ];
        assert_eq!(bodies, expected);
        assert_eq!(pack(&packed).unwrap(), packed);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(pack(b"no module").is_err());
    }
}
