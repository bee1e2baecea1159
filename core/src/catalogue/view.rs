//! Typed views of untyped resources: names for their properties, no checks.

/// Makes a view of a kind: `cast` takes a resource of that kind, and each
/// property has a method that evaluates it.
macro_rules! view {
    ($(#[$doc:meta])* $name:ident of $kind:literal {
        $($(#[$property_doc:meta])* $property:ident = $path:literal),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a>(&'a $crate::template::Resource);

        impl<'a> $name<'a> {
            /// The type's name in a template.
            pub const KIND: &'static str = $kind;

            /// The view of a resource, if it is of this kind.
            pub fn cast(resource: &'a $crate::template::Resource) -> Option<Self> {
                (resource.kind() == $kind).then_some(Self(resource))
            }

            /// The resource itself.
            pub fn resource(&self) -> &'a $crate::template::Resource {
                self.0
            }

            $(
                $(#[$property_doc])*
                pub fn $property(
                    &self,
                    evaluator: &$crate::template::Evaluator<'_>,
                ) -> $crate::template::Evaluated {
                    evaluator.property(self.0, &$path.into())
                }
            )*
        }
    };
}

pub(super) use view;
